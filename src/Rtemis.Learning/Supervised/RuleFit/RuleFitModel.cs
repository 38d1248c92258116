using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Glmnet;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>Rules with coefficients.</summary>
[MemoryPackable]
sealed partial class RuleFitModel : ISupervisedModel
{
    const int ChunkRows = 4096;

    /// <param name="codes">The features as numbers.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="coefficients">Intercept and one coefficient a rule of each linear predictor: one, or one a class of more than two.</param>
    public RuleFitModel(FeatureCodes codes, IReadOnlyList<Rule> rules, double[][] coefficients) => (Codes, Rules, Coefficients) = (codes, rules, coefficients);

    /// <summary>The features as numbers.</summary>
    public FeatureCodes Codes { get; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Intercept and one coefficient a rule of each linear predictor.</summary>
    public double[][] Coefficients { get; }

    /// <summary>The rules' coefficients; of more than two classes the sum of their sizes, then those of each class.</summary>
    [MemoryPackIgnore]
    public VariableImportance? Importance
    {
        get
        {
            const string name = "Coefficient";
            string[] variables = [.. Enumerable.Range(0, Rules.Count).Select(RuleMatching.Name)];
            if (Coefficients.Length == 1) return new VariableImportance(variables, [new ImportanceMeasure(name, Coefficients[0][1..])]);
            double[] sizes = [.. Enumerable.Range(1, Rules.Count).Select(column => Coefficients.Sum(c => Math.Abs(c[column])))];
            return new VariableImportance(
                variables, [new ImportanceMeasure(name, sizes), .. Codes.Classes!.Zip(Coefficients, (level, c) => new ImportanceMeasure(level, c[1..]))]);
        }
    }

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features[0].Length;
        var matching = new RuleMatching(Codes.Encode(features, context));
        var values = new Matrix(rows, Coefficients.Length);
        int[] selected = [.. Enumerable.Range(0, Rules.Count).Where(r => Coefficients.Any(c => c[r + 1] != 0))];
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
        {
            var matches = new bool[end - start];
            for (var k = 0; k < Coefficients.Length; k++) values.Column(k)[start..end].Fill(Coefficients[k][0]);
            foreach (var rule in selected)
            {
                matching.Find(Rules[rule], start, matches);
                for (var k = 0; k < Coefficients.Length; k++) Add(values.Column(k)[start..end], Coefficients[k][rule + 1], matches);
            }
            NetLink.Apply(values, Codes.Classes?.Count ?? 0, start, end);
        });
        return new Prediction(values);
    }

    static void Add(Span<double> sums, double coefficient, ReadOnlySpan<bool> matches)
    {
        for (var i = 0; i < sums.Length; i++)
            if (matches[i]) sums[i] += coefficient;
    }
}
