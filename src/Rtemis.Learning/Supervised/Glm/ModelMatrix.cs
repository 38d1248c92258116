using System.Numerics.Tensors;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// The columns of a linear model as R's <c>model.matrix</c> makes them: <c>(Intercept)</c>, numbers as they are, and for each level of a factor but
/// the first an indicator named after feature and level (treatment contrasts). Numbers are views; nothing is stored as a whole.
/// </summary>
sealed class ModelMatrix
{
    readonly Func<int, Memory<double>, ReadOnlyMemory<double>>[] _columns;

    ModelMatrix(int rows, List<string> names, List<Func<int, Memory<double>, ReadOnlyMemory<double>>> columns)
    {
        Rows = rows;
        Names = names;
        _columns = [.. columns];
    }

    public int Rows { get; }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Lays out features for a fit, with their own levels.</summary>
    public static ModelMatrix Of(IReadOnlyList<Column> features, int rows) => Of(features, rows, [.. features.Select(Levels)]);

    /// <summary>Lays out features with the levels that a model was fitted with.</summary>
    /// <exception cref="LearningException">A feature has a level that the model does not know, or is missing a value.</exception>
    public static ModelMatrix Of(IReadOnlyList<Column> features, int rows, IReadOnlyList<IReadOnlyList<string>?> levels)
    {
        List<string> names = ["(Intercept)"];
        List<Func<int, Memory<double>, ReadOnlyMemory<double>>> columns = [Ones];
        for (var f = 0; f < features.Count; f++)
        {
            if (levels[f] is { } known) AddIndicators((FactorColumn)features[f], known, names, columns);
            else
            {
                names.Add(features[f].Name);
                var numbers = NumericColumn.Numbers(features[f]);
                columns.Add((first, room) => numbers.Slice(first, room.Length));
            }
        }
        return new ModelMatrix(rows, names, columns);
    }

    /// <summary>The levels of a factor, or null for numbers.</summary>
    public static IReadOnlyList<string>? Levels(Column feature) => (feature as FactorColumn)?.Levels;

    /// <summary>The values of a column in the rows from <paramref name="first"/> on: a view, or what was written to <paramref name="room"/>.</summary>
    public ReadOnlyMemory<double> Values(int column, int first, Memory<double> room) => _columns[column](first, room);

    static ReadOnlyMemory<double> Ones(int first, Memory<double> room)
    {
        room.Span.Fill(1);
        return room;
    }

    static void AddIndicators(
        FactorColumn factor, IReadOnlyList<string> known, List<string> names, List<Func<int, Memory<double>, ReadOnlyMemory<double>>> columns)
    {
        var codes = Matched(factor, known);
        for (var level = 1; level < known.Count; level++)
        {
            var code = level;
            names.Add(factor.Name + known[level]);
            columns.Add((first, room) =>
            {
                var source = codes.Span.Slice(first, room.Length);
                var target = room.Span;
                for (var i = 0; i < target.Length; i++) target[i] = source[i] == code ? 1 : 0;
                return room;
            });
        }
    }

    // The same text may have another code in another table.
    static ReadOnlyMemory<int> Matched(FactorColumn factor, IReadOnlyList<string> known)
    {
        if (ReferenceEquals(factor.Levels, known) || factor.Levels.SequenceEqual(known)) return factor.Codes;
        var position = known.Select((level, i) => (level, i)).ToDictionary(p => p.level, p => p.i);
        var codes = factor.Codes.ToArray();
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == FactorColumn.Missing) continue;
            var level = factor.Levels[codes[i]];
            codes[i] = position.TryGetValue(level, out var code)
                ? code
                : throw new LearningException("rtemis_data_error", $"factor {factor.Name} has new level {level}");
        }
        return codes;
    }

    /// <summary>Adds up the columns times their coefficients in the rows from <paramref name="first"/> on.</summary>
    public void Multiply(ReadOnlySpan<double> coefficients, int first, Span<double> sums, Memory<double> room)
    {
        sums.Clear();
        room = room[..sums.Length];
        for (var j = 0; j < _columns.Length; j++)
            if (coefficients[j] != 0) TensorPrimitives.MultiplyAdd(Values(j, first, room).Span, coefficients[j], sums, sums);
    }
}
