using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing;

/// <summary>
/// Features as numbers only: a factor becomes a column of zeros and ones for each of its levels, named FEATURE_LEVEL, in its place. The levels are
/// those of training; a case with another level, or none, has zeros in all of them.
/// </summary>
[MemoryPackable]
sealed partial class OneHotEncoding
{
    [MemoryPackConstructor]
    OneHotEncoding(IReadOnlyList<string> features, IReadOnlyList<string>?[] levels, IReadOnlyList<string> names) =>
        (Features, Levels, Names) = (features, levels, names);

    /// <summary>The features' names.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>One a feature: a factor's levels, or null for numbers.</summary>
    public IReadOnlyList<string>?[] Levels { get; }

    /// <summary>The encoded columns' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The same as preprocessing that one could ask for; null where there is no factor.</summary>
    [MemoryPackIgnore]
    public FittedPreprocessor? AsPreprocessor
    {
        get
        {
            if (Levels.All(l => l is null)) return null;
            var config = PreprocessorConfig.Create([new("one_hot", new ParameterValue.Logical(true))]);
            var levels = Features.Zip(Levels).Where(f => f.Second is not null).Select(f => KeyValuePair.Create(f.First, f.Second!));
            return new FittedPreprocessor(config, new PreprocessorValues { OneHotLevels = [.. levels] });
        }
    }

    /// <summary>Learns the levels, whether they occur or not, and tells of it.</summary>
    public static OneHotEncoding Learn(IReadOnlyList<Column> features, RunContext context)
    {
        var factors = features.OfType<FactorColumn>().ToList();
        foreach (var factor in factors) context.Say($"One hot encoding {factor.Name}...", level: TextLevel.Start);
        if (factors.Count > 0)
        {
            context.Say("done", "one_hot", TextLevel.Done);
            context.Say("Preprocessing done.", "preprocess");
        }
        var levels = features.Select(f => (f as FactorColumn)?.Levels).ToArray();
        return new([.. features.Select(f => f.Name)], levels, [.. features.Zip(levels).SelectMany(f => f.Second?.Select(level => $"{f.First.Name}_{level}") ?? [f.First.Name])]);
    }

    /// <summary>The features of new cases, rows by encoded columns.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Matrix Encode(IReadOnlyList<Column> features, RunContext context)
    {
        var encoded = new Matrix(features.Count == 0 ? 0 : features[0].Length, Names.Count);
        var starts = new int[Levels.Length];
        for (var f = 1; f < starts.Length; f++) starts[f] = starts[f - 1] + (Levels[f - 1]?.Count ?? 1);
        context.Work.For(Levels.Length, f =>
        {
            if (Levels[f] is { } levels) Mark((FactorColumn)features[f], levels, encoded, starts[f]);
            else NumericColumn.Numbers(features[f]).Span.CopyTo(encoded.Column(starts[f]));
        });
        return encoded;
    }

    static void Mark(FactorColumn factor, IReadOnlyList<string> levels, Matrix encoded, int first)
    {
        var places = levels.Select((level, i) => (level, i)).ToDictionary(p => p.level, p => p.i);
        var map = factor.Levels.Select(level => places.TryGetValue(level, out var place) ? place : -1).ToArray();
        var codes = factor.Codes.Span;
        for (var i = 0; i < codes.Length; i++)
            if (codes[i] != FactorColumn.Missing && map[codes[i]] is >= 0 and var place) encoded[i, first + place] = 1;
    }
}
