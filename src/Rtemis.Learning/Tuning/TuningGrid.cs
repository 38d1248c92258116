using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Tuning;

/// <summary>The combinations of hyperparameters that a search tries, in rtemis's order: the first name's values vary fastest.</summary>
public sealed class TuningGrid
{
    // Each has its figures in the result and a step in the timeline.
    const int MostCombinations = 100_000;

    TuningGrid(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<ParameterValue>> rows)
    {
        Names = names;
        Rows = rows;
    }

    /// <summary>The hyperparameters that are searched over, in the order of their declaration.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The combinations, one value a name.</summary>
    public IReadOnlyList<IReadOnlyList<ParameterValue>> Rows { get; }

    /// <summary>All combinations of the candidates; what is given twice is tried once.</summary>
    /// <exception cref="ParameterException">They are too many.</exception>
    public static TuningGrid Of(ParameterValues hyperparameters)
    {
        var names = hyperparameters.Searched;
        var columns = names.Select(n => Distinct(((ParameterValue.Candidates)hyperparameters[n]).Items)).ToList();
        var count = columns.Aggregate(1.0, (product, column) => product * column.Count);
        if (count > MostCombinations)
            throw new ParameterException($"The search has {count:0} combinations of hyperparameters; at most {MostCombinations} can be tried.");
        var rows = new IReadOnlyList<ParameterValue>[(int)count];
        for (var row = 0; row < rows.Length; row++)
        {
            var values = new ParameterValue[names.Count];
            for (int column = 0, rest = row; column < values.Length; rest /= columns[column++].Count)
                values[column] = columns[column][rest % columns[column].Count];
            rows[row] = values;
        }
        return new TuningGrid(names, rows);
    }

    /// <summary>The names and values of a combination.</summary>
    public IEnumerable<KeyValuePair<string, ParameterValue>> Values(int row) => Names.Zip(Rows[row], KeyValuePair.Create);

    /// <summary><paramref name="count"/> of the combinations, drawn at random, in their order.</summary>
    internal TuningGrid Sample(int count, RRandom random)
    {
        var drawn = random.SampleWithoutReplacement(Rows.Count, count);
        Array.Sort(drawn);
        return new TuningGrid(Names, Array.ConvertAll(drawn, row => Rows[row]));
    }

    static List<ParameterValue> Distinct(IReadOnlyList<ParameterValue> candidates)
    {
        var kept = new List<ParameterValue>();
        foreach (var candidate in candidates)
            if (!kept.Any(candidate.SameAs)) kept.Add(candidate);
        return kept;
    }
}
