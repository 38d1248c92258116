using MemoryPack;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>A basis function: a product of factors, each of another column. The intercept has none.</summary>
[MemoryPackable]
sealed partial record MarsTerm(HingeFactor[] Factors)
{
    /// <summary>The term that is 1 everywhere.</summary>
    public static MarsTerm Intercept { get; } = new([]);

    /// <summary>The number of columns that it multiplies.</summary>
    [MemoryPackIgnore]
    public int Degree => Factors.Length;

    /// <summary>Whether it depends on a column.</summary>
    public bool Uses(int column) => Array.Exists(Factors, f => f.Column == column);

    /// <summary>Whether it depends on the same columns as another term, one column aside.</summary>
    public bool UsesSameBut(int column, MarsTerm other) =>
        Array.TrueForAll(Factors, f => f.Column == column || other.Uses(f.Column))
        && Array.TrueForAll(other.Factors, f => f.Column == column || Uses(f.Column));

    /// <summary>The product with one more factor.</summary>
    public MarsTerm Times(HingeFactor factor) => new([.. Factors, factor]);

    /// <summary>Writes the values for rows from <paramref name="start"/> on, as many as fit.</summary>
    public void Evaluate(Matrix columns, int start, Span<double> target)
    {
        target.Fill(1);
        foreach (var factor in Factors)
        {
            var x = columns.Column(factor.Column).Slice(start, target.Length);
            for (var i = 0; i < target.Length; i++) target[i] *= factor.At(x[i]);
        }
    }
}
