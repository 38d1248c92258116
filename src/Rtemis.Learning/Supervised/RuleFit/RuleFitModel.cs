using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Glmnet;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>Rules with coefficients.</summary>
[MemoryPackable]
sealed partial class RuleFitModel : IRuleModel
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
            var measure = new ImportanceMeasure(name, [.. Enumerable.Range(0, Rules.Count).Select(Size)]);
            return new VariableImportance(
                variables, HasClassPredictors ? [measure, .. Codes.Classes!.Zip(Coefficients, (level, c) => new ImportanceMeasure(level, c[1..]))] : [measure]);
        }
    }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<RuleEffect> Effects =>
    [
        .. Selected.OrderByDescending(Size).Select(r => new RuleEffect(
            RuleMatching.Name(r), Rules[r].Text, Rules[r].Cases, Size(r), HasClassPredictors ? [.. Coefficients.Select(c => c[r + 1])] : [], Rules[r].Risk)),
    ];

    // Whether there is a linear predictor a class.
    bool HasClassPredictors => Coefficients.Length > 1;

    int[] Selected => [.. Enumerable.Range(0, Rules.Count).Where(r => Coefficients.Any(c => c[r + 1] != 0))];

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features[0].Length;
        var matching = new RuleMatching(Codes.Encode(features, context));
        var values = new Matrix(rows, Coefficients.Length);
        var selected = Selected;
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

    double Size(int rule) => HasClassPredictors ? Coefficients.Sum(c => Math.Abs(c[rule + 1])) : Coefficients[0][rule + 1];

    static void Add(Span<double> sums, double coefficient, ReadOnlySpan<bool> matches)
    {
        for (var i = 0; i < sums.Length; i++)
            if (matches[i]) sums[i] += coefficient;
    }
}
