using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Tuning;

/// <summary>The combinations of hyperparameters that a search tries, in rtemis's order: the first name's values vary fastest.</summary>
public sealed class TuningGrid
{
    // Each has its figures in the result and a step in the timeline.
    const int MostCombinations = 100_000;
    // They are compared pair by pair.
    const int MostCandidates = 5_000;

    TuningGrid(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<ParameterValue>> rows)
    {
        Names = names;
        Rows = rows;
    }

    /// <summary>The hyperparameters that are searched over, in the order of their declaration; then those that each fit finds a value for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The combinations, one value a name; null for what each fit finds until the fits were made.</summary>
    public IReadOnlyList<IReadOnlyList<ParameterValue>> Rows { get; }

    /// <summary>All combinations of the candidates; what is given twice is tried once.</summary>
    /// <exception cref="ParameterException">They are too many.</exception>
    public static TuningGrid Of(ParameterValues hyperparameters)
    {
        IReadOnlyList<string> names = [.. hyperparameters.Searched, .. hyperparameters.FoundByFits];
        var columns = names.Select(n => hyperparameters[n] is ParameterValue.Candidates search ? Distinct(search.Items) : [ParameterValue.Null]).ToList();
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

    /// <summary>The same combinations with what their fits found.</summary>
    /// <param name="found">The value of a combination and a name.</param>
    internal TuningGrid Fill(Func<int, string, ParameterValue> found) =>
        new(Names, [.. Rows.Select((row, i) => (IReadOnlyList<ParameterValue>)[.. row.Select((v, c) => v is ParameterValue.None ? found(i, Names[c]) : v)])]);

    /// <summary><paramref name="count"/> of the combinations, drawn at random, in their order.</summary>
    internal TuningGrid Sample(int count, RRandom random)
    {
        var drawn = random.SampleWithoutReplacement(Rows.Count, count);
        Array.Sort(drawn);
        return new TuningGrid(Names, Array.ConvertAll(drawn, row => Rows[row]));
    }

    static List<ParameterValue> Distinct(IReadOnlyList<ParameterValue> candidates)
    {
        if (candidates.Count > MostCandidates)
            throw new ParameterException($"A hyperparameter has {candidates.Count} candidates; at most {MostCandidates} can be tried.");
        var kept = new List<ParameterValue>();
        foreach (var candidate in candidates)
            if (!kept.Any(candidate.SameAs)) kept.Add(candidate);
        return kept;
    }
}
