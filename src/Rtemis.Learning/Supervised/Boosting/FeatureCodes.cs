using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>Features as numbers: factors by the 0-based positions of their levels, which are those of training.</summary>
[MemoryPackable]
sealed partial class FeatureCodes
{
    [MemoryPackConstructor]
    FeatureCodes(IReadOnlyList<string> names, IReadOnlyList<string>?[] levels, IReadOnlyList<string>? classes, string outcome) =>
        (Names, Levels, Classes, Outcome) = (names, levels, classes, outcome);

    /// <summary>The features' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One a feature: a factor's levels, or null for numbers.</summary>
    public IReadOnlyList<string>?[] Levels { get; }

    /// <summary>The outcome's classes, which are coded in the same way; null for numbers.</summary>
    public IReadOnlyList<string>? Classes { get; }

    /// <summary>The outcome's name.</summary>
    public string Outcome { get; }

    /// <summary>The same as preprocessing that one could ask for; null where there is no factor.</summary>
    [MemoryPackIgnore]
    public FittedPreprocessor? AsPreprocessor
    {
        get
        {
            List<KeyValuePair<string, IReadOnlyList<string>>> levels = [.. Names.Zip(Levels).Where(f => f.Second is not null).Select(f => KeyValuePair.Create(f.First, f.Second!))];
            if (Classes is not null) levels.Add(KeyValuePair.Create(Outcome, Classes));
            if (levels.Count == 0) return null;
            var config = PreprocessorConfig.Create(
                [new("factor2integer", new ParameterValue.Logical(true)), new("factor2integer_startat0", new ParameterValue.Logical(true))]);
            return new FittedPreprocessor(config, new PreprocessorValues { IntegerLevels = levels });
        }
    }

    /// <summary>Learns the levels, and tells of it.</summary>
    public static FeatureCodes Learn(SupervisedData data, RunContext context)
    {
        var levels = data.Features.Select(f => (f as FactorColumn)?.Levels).ToArray();
        var classes = data.Task == TaskType.Classification ? data.Classes : null;
        var factors = levels.Count(l => l is not null) + (classes is null ? 0 : 1);
        if (factors > 0)
        {
            context.Say($"Converting {factors} factor{(factors == 1 ? "" : "s")} to integer...", "preprocess");
            context.Say("Preprocessing done.", "preprocess");
        }
        return new FeatureCodes([.. data.Features.Select(f => f.Name)], levels, classes, data.Outcome.Name);
    }

    /// <summary>The features of cases as numbers.</summary>
    public CodedColumn[] Encode(IReadOnlyList<Column> features, RunContext context)
    {
        var coded = new CodedColumn[features.Count];
        context.Work.For(coded.Length, f => coded[f] = Levels[f] is { } levels
            ? new CodedColumn(NumericColumn.Numbers(FactorCoding.ToIntegers((FactorColumn)features[f], levels, 0)), true)
            : new CodedColumn(NumericColumn.Numbers(features[f]), false));
        return coded;
    }
}
