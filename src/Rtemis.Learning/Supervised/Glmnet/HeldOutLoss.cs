using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>How far predictors are off on cases that they didn't see: squared errors, or the deviance of classes.</summary>
sealed class HeldOutLoss
{
    const double LeastProbability = 1e-5;

    readonly ElasticNetData _data;
    readonly CancellationToken _cancellation;
    readonly double[][] _predictors;

    /// <param name="data">The cases.</param>
    /// <param name="cancellation">Ends the run.</param>
    public HeldOutLoss(ElasticNetData data, CancellationToken cancellation)
    {
        _data = data;
        _cancellation = cancellation;
        _predictors = [.. Enumerable.Range(0, Math.Max(1, data.Classes == 2 ? 1 : data.Classes)).Select(_ => new double[data.Rows])];
    }

    /// <summary>The cases' weights.</summary>
    public double[] Weights => _data.Weights;

    /// <summary>One loss a case.</summary>
    public double[] Of(LinearPredictor[] predictors)
    {
        for (var c = 0; c < predictors.Length; c++) Predict(predictors[c], _predictors[c]);
        var losses = new double[_data.Rows];
        for (var i = 0; i < losses.Length; i++) losses[i] = Loss(i);
        return losses;
    }

    void Predict(LinearPredictor predictor, double[] target)
    {
        _cancellation.ThrowIfCancellationRequested();
        Array.Fill(target, predictor.Intercept);
        for (var k = 0; k < _data.Columns.Length; k++)
            if (predictor.Coefficients[k] != 0) TensorPrimitives.MultiplyAdd(_data.Columns[k].Span, predictor.Coefficients[k], target, target);
    }

    double Loss(int i)
    {
        var outcome = _data.Outcome[i];
        if (_data.Classes == 0) return (outcome - _predictors[0][i]) * (outcome - _predictors[0][i]);
        var probability = _data.Classes == 2
            ? 1 / (1 + Math.Exp(outcome == 1 ? -_predictors[0][i] : _predictors[0][i]))
            : Share(i, (int)outcome);
        return -2 * Math.Log(Math.Clamp(probability, LeastProbability, 1 - LeastProbability));
    }

    double Share(int i, int c)
    {
        var sum = 0.0;
        foreach (var predictor in _predictors) sum += Math.Exp(predictor[i] - _predictors[c][i]);
        return 1 / sum;
    }
}
