using Rtemis.Data;

namespace Rtemis.Learning.Training;

/// <summary>Puts a chosen class into the place of the positive one.</summary>
static class PositiveClass
{
    /// <summary>The outcome with the class as its second level.</summary>
    /// <exception cref="LearningException">The outcome is no factor of two levels, or the class is not one of them.</exception>
    public static Column Place(Column outcome, string positive)
    {
        if (outcome is not FactorColumn factor) throw Refused("You defined `positive_class`, but the outcome is not a factor.");
        if (factor.Levels.Count != 2) throw Refused("You defined `positive_class`, but the outcome does not have 2 levels.");
        if (!factor.Levels.Contains(positive))
            throw Refused($"You defined `positive_class` as '{positive}', but the outcome levels are: {string.Join(", ", factor.Levels)}.");
        if (factor.Levels[1] == positive) return factor;
        var codes = factor.Codes.ToArray();
        for (var i = 0; i < codes.Length; i++)
            if (codes[i] != FactorColumn.Missing) codes[i] = 1 - codes[i];
        return new FactorColumn(factor.Name, codes, [factor.Levels[1], factor.Levels[0]]);
    }

    static LearningException Refused(string message) => new("rtemis_value_error", message);
}
