using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Isotonic;

/// <summary>A step function of one feature.</summary>
/// <param name="function">The function.</param>
/// <param name="bound">Predictions are kept this far from 0 and from 1; 0 where the outcome is a number.</param>
[MemoryPackable]
sealed partial class IsotonicModel(StepFunction function, double bound) : ISupervisedModel
{
    /// <summary>The function.</summary>
    public StepFunction Function => function;

    /// <summary>How far predictions are kept from 0 and from 1.</summary>
    public double Bound => bound;

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance? Importance => null;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var numbers = NumericColumn.Numbers(features[0]).Span;
        var values = new Matrix(numbers.Length, 1);
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = double.IsNaN(numbers[i]) ? double.NaN : function.At(numbers[i]);
            values.Values[i] = bound > 0 ? Math.Clamp(value, bound, 1 - bound) : value;
        }
        return new Prediction(values);
    }
}
