using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>A feature's place in the design matrix.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Levels">A factor's levels, the first of them the reference; null for numbers.</param>
[MemoryPackable]
sealed partial record DesignTerm(string Feature, IReadOnlyList<string>? Levels)
{
    /// <summary>The columns' names as R has them.</summary>
    [MemoryPackIgnore]
    public IEnumerable<string> ColumnNames => Levels is null ? [Name] : Levels.Skip(1).Select(level => Name + level);

    string Name => RName.InFormula(Feature);

    /// <summary>The place of a feature, whose levels are those that occur, as with R's <c>glm</c>.</summary>
    /// <exception cref="LearningException">A factor has a single level.</exception>
    public static DesignTerm Learn(Column feature) => Learn(feature, factor => Occurring(factor));

    /// <summary>The place of a feature, whose levels are all that are declared, as with R's <c>model.matrix</c> alone.</summary>
    /// <exception cref="LearningException">A factor has a single level.</exception>
    public static DesignTerm LearnDeclared(Column feature) => Learn(feature, factor => factor.Levels);

    static DesignTerm Learn(Column feature, Func<FactorColumn, IReadOnlyList<string>> levelsOf)
    {
        if (feature is not FactorColumn factor) return new DesignTerm(feature.Name, null);
        var levels = levelsOf(factor);
        return levels.Count > 1
            ? new DesignTerm(feature.Name, levels)
            : throw new LearningException("simpleError", "contrasts can be applied only to factors with 2 or more levels");
    }

    /// <summary>The feature's columns.</summary>
    /// <exception cref="LearningException">A factor has a level that training didn't have.</exception>
    public IEnumerable<DesignColumn> Columns(Column feature)
    {
        if (Levels is null) return [new DesignColumn.Numbers(NumericColumn.Numbers(feature))];
        var codes = Recode((FactorColumn)feature, Levels);
        return Enumerable.Range(1, Levels.Count - 1).Select(level => new DesignColumn.Indicator(codes, level));
    }

    int[] Recode(FactorColumn factor, IReadOnlyList<string> levels)
    {
        var positions = levels.Select((level, i) => (level, i)).ToDictionary(p => p.level, p => p.i);
        var present = Occurring(factor);
        var unseen = present.Where(level => !positions.ContainsKey(level)).ToList();
        if (unseen.Count > 0)
        {
            throw new LearningException(
                "simpleError", $"factor {Feature} has new level{(present.Count == 1 ? "" : "s")} {string.Join(", ", unseen)}");
        }
        var map = factor.Levels.Select(level => positions.GetValueOrDefault(level, FactorColumn.Missing)).ToArray();
        return Array.ConvertAll(factor.Codes.ToArray(), code => code == FactorColumn.Missing ? code : map[code]);
    }

    static List<string> Occurring(FactorColumn factor)
    {
        var occurs = new bool[factor.Levels.Count];
        foreach (var code in factor.Codes.Span)
            if (code != FactorColumn.Missing) occurs[code] = true;
        return [.. factor.Levels.Where((_, i) => occurs[i])];
    }
}
