using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Metrics;

/// <summary>Labels from probabilities.</summary>
public static class PredictedClasses
{
    /// <summary>
    /// 0-based level codes, one a case. Of two levels the second where its probability is at least a half; of more the first with the highest.
    /// </summary>
    public static int[] Of(Prediction prediction)
    {
        var values = prediction.Values;
        var codes = new int[values.Rows];
        if (values.Columns == 1)
        {
            var positive = values.Column(0);
            for (var i = 0; i < codes.Length; i++) codes[i] = positive[i] >= 0.5 ? 1 : 0;
            return codes;
        }
        var best = values.Column(0).ToArray();
        for (var c = 1; c < values.Columns; c++)
        {
            var column = values.Column(c);
            for (var i = 0; i < codes.Length; i++)
            {
                if (!(column[i] > best[i])) continue;
                best[i] = column[i];
                codes[i] = c;
            }
        }
        return codes;
    }
}
