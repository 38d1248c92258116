using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>The responses as the forward pass takes them: one alone has mean 0 and standard deviation 1, several are as they are.</summary>
static class ResponseScale
{
    // A response that is the same everywhere would leave nothing to divide by.
    const double LeastVariance = 1e-8;

    /// <summary>The responses, without weights.</summary>
    public static double[][] Scaled(MarsSample sample)
    {
        if (sample.Responses is not [var only]) return sample.Responses;
        var mean = CompensatedSum.Mean(only);
        var centred = Array.ConvertAll(only, y => y - mean);
        var squares = new CompensatedSum();
        foreach (var value in centred) squares.Add(value * value);
        var scale = Math.Sqrt(squares.Value / (only.Length - 1));
        if (scale == 0) return sample.Responses;
        return [sample.RootWeights is null ? Array.ConvertAll(centred, y => y / scale) : Array.ConvertAll(only, y => y / scale)];
    }

    /// <summary>What the intercept alone leaves.</summary>
    public static double NullRss(double[][] responses, double[]? rootWeights)
    {
        var total = 0.0;
        foreach (var response in responses)
        {
            total += rootWeights is null ? About(response, OrthonormalColumns.Mean(response)) : Weighted(response, rootWeights);
            if (total < LeastVariance * response.Length) total = LeastVariance * response.Length;
        }
        return total;
    }

    static double About(double[] response, double mean)
    {
        var sum = 0.0;
        foreach (var value in response) sum += (value - mean) * (value - mean);
        return sum;
    }

    static double Weighted(double[] response, double[] rootWeights)
    {
        var (sum, weights, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < response.Length; i++)
        {
            sum += rootWeights[i] * rootWeights[i] * response[i];
            weights += rootWeights[i] * rootWeights[i];
        }
        for (var i = 0; i < response.Length; i++) squares += rootWeights[i] * rootWeights[i] * Math.Pow(response[i] - sum / weights, 2);
        return squares;
    }
}
