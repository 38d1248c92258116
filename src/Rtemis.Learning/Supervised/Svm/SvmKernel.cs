using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>How alike two cases are.</summary>
/// <param name="Gamma">Null for the product x·z, else the g of exp(-g |x - z|²).</param>
sealed record SvmKernel(double? Gamma)
{
    /// <summary>Turns the products of cases with a point into kernel values.</summary>
    /// <param name="products">The products; the values take their place.</param>
    /// <param name="norms">The product of each case with itself.</param>
    /// <param name="norm">The product of the point with itself.</param>
    public void Apply(Span<double> products, ReadOnlySpan<double> norms, double norm)
    {
        if (Gamma is not { } gamma) return;
        for (var i = 0; i < products.Length; i++) products[i] = -gamma * (norms[i] + norm - 2 * products[i]);
        BoundedExponential.Apply(products);
    }

    /// <summary>The value of a case with itself.</summary>
    /// <param name="norm">The product of the case with itself.</param>
    public double Self(double norm) => Gamma is null ? norm : 1;
}
