using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>The singular values and leading right singular vectors of centred and scaled data.</summary>
/// <param name="Values">All singular values, largest first.</param>
/// <param name="Vectors">One column a component, one row a variable.</param>
sealed record PrincipalAxes(double[] Values, Matrix Vectors)
{
    const int CasesAtATime = 16;

    // Loadings this close to the largest one count as equal to it, or rounding would decide the sign.
    const double Tie = 1e-8;

    /// <summary>Finds at most <paramref name="count"/> axes.</summary>
    public static PrincipalAxes Of(PcaScaling data, int count, RunContext context)
    {
        count = Math.Min(count, Math.Min(data.Rows, data.Columns));
        var axes = data.Rows >= data.Columns ? Tall(data, count, context) : Wide(data, count, context);
        for (var c = 0; c < count; c++) Orient(axes.Vectors.Column(c));
        return axes;
    }

    static PrincipalAxes Tall(PcaScaling data, int count, RunContext context)
    {
        var (values, vectors) = JacobiSvd.Of(TallFactor.Of(data, data.Columns, context.Work), context);
        return new PrincipalAxes(values, Leading(vectors, vectors.Rows, count));
    }

    // Z' = QR with R = USW', so the right vectors of Z are the columns of QU; U is found as the right vectors of R'.
    static PrincipalAxes Wide(PcaScaling data, int count, RunContext context)
    {
        var panel = new HouseholderPanel(Transposed(data, context), data.Columns, data.Rows, context.Work);
        var lower = new Matrix(data.Rows, data.Rows);
        for (var i = 0; i < data.Rows; i++)
            for (var j = i; j < data.Rows; j++)
                lower[j, i] = panel.Upper(i, j);
        var (values, vectors) = JacobiSvd.Of(lower, context);
        var axes = Leading(vectors, data.Columns, count);
        panel.Rotate(axes.Values, count);
        return new PrincipalAxes(values, axes);
    }

    static double[] Transposed(PcaScaling data, RunContext context)
    {
        var values = new double[(long)data.Columns * data.Rows];
        context.Work.ForChunks(data.Rows, CasesAtATime, (_, first, end) =>
        {
            Span<double> cases = stackalloc double[end - first];
            for (var j = 0; j < data.Columns; j++)
            {
                data.Read(j, first, cases);
                for (var i = 0; i < cases.Length; i++) values[j + (long)(first + i) * data.Columns] = cases[i];
            }
        });
        return values;
    }

    static Matrix Leading(Matrix vectors, int rows, int count)
    {
        var leading = new Matrix(rows, count);
        for (var c = 0; c < count; c++) vectors.Column(c).CopyTo(leading.Column(c));
        return leading;
    }

    // R leaves the signs to LAPACK's path through the data. Here a component's largest loading is positive, the first of equal ones.
    static void Orient(Span<double> axis)
    {
        var least = Math.Abs(TensorPrimitives.MaxMagnitude<double>(axis)) * (1 - Tie);
        foreach (var loading in axis)
        {
            if (Math.Abs(loading) < least) continue;
            if (loading < 0) TensorPrimitives.Negate(axis, axis);
            return;
        }
    }
}
