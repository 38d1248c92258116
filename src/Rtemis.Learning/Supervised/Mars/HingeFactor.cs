using MemoryPack;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>How a factor depends on its column.</summary>
enum HingeKind
{
    /// <summary>max(0, x - knot).</summary>
    Above,

    /// <summary>max(0, knot - x).</summary>
    Below,

    /// <summary>x itself.</summary>
    Linear,
}

/// <summary>One factor of a term.</summary>
/// <param name="Column">The 0-based encoded column.</param>
/// <param name="Kind">How it depends on the column.</param>
/// <param name="Knot">Where the hinge bends.</param>
[MemoryPackable]
readonly partial record struct HingeFactor(int Column, HingeKind Kind, double Knot)
{
    /// <summary>The factor's value at <paramref name="x"/>.</summary>
    public double At(double x) => Kind switch
    {
        HingeKind.Above => Math.Max(0, x - Knot),
        HingeKind.Below => Math.Max(0, Knot - x),
        _ => x,
    };
}
