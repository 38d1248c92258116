using MemoryPack;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>What a rule asks of a feature. A missing value never meets it.</summary>
/// <param name="Feature">The feature's place in the data.</param>
/// <param name="Above">Whether numbers must be above the threshold, not up to it.</param>
/// <param name="Threshold">The threshold of numbers.</param>
/// <param name="Levels">The 0-based levels that a factor may have, ascending; null for numbers.</param>
[MemoryPackable]
sealed partial record RuleCondition(int Feature, bool Above, double Threshold, int[]? Levels)
{
    /// <summary>The condition as R source text.</summary>
    /// <param name="name">The feature's name.</param>
    /// <param name="levels">Its levels; null for numbers.</param>
    public string Text(string name, IReadOnlyList<string>? levels) => Levels is null
        ? $"{name} {(Above ? ">" : "<=")} {NumberText.Of(Threshold)}"
        : $"{name} %in% c('{string.Join("','", Levels.Select(level => levels![level]))}')";

    /// <summary>Takes away the cases that don't meet the condition.</summary>
    /// <param name="values">The feature's numbers, or 0-based levels; NaN where missing.</param>
    /// <param name="matches">The cases that are left.</param>
    public void Narrow(ReadOnlySpan<double> values, Span<bool> matches)
    {
        if (Levels is not null) NarrowToLevels(values, matches);
        else if (Above)
            for (var i = 0; i < matches.Length; i++) matches[i] &= values[i] > Threshold;
        else
            for (var i = 0; i < matches.Length; i++) matches[i] &= values[i] <= Threshold;
    }

    void NarrowToLevels(ReadOnlySpan<double> values, Span<bool> matches)
    {
        var allowed = new bool[Levels!.Length == 0 ? 0 : Levels[^1] + 1];
        foreach (var level in Levels) allowed[level] = true;
        for (var i = 0; i < matches.Length; i++) matches[i] &= values[i] < allowed.Length && allowed[(int)values[i]];
    }
}
