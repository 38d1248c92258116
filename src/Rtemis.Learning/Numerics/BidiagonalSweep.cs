namespace Rtemis.Learning.Numerics;

/// <summary>One QR sweep over a block of a bidiagonal matrix, which turns its right vectors along.</summary>
sealed class BidiagonalSweep(double[] d, double[] e, double[][] right)
{
    /// <summary>Sweeps from the first row to the last, or up from the last.</summary>
    public void Run(int first, int last, bool down, double shift)
    {
        switch (down, shift == 0)
        {
            case (true, true):
                DownUnshifted(first, last);
                break;
            case (true, false):
                Down(first, last, shift);
                break;
            case (false, true):
                UpUnshifted(first, last);
                break;
            default:
                Up(first, last, shift);
                break;
        }
    }

    void DownUnshifted(int first, int last)
    {
        var (outer, inner) = (new PlaneRotation(1, 0), new PlaneRotation(1, 0));
        for (var i = first; i < last; i++)
        {
            outer = PlaneRotation.Clearing(d[i] * outer.Cosine, e[i], out var r);
            if (i > first) e[i - 1] = inner.Sine * r;
            inner = PlaneRotation.Clearing(inner.Cosine * r, d[i + 1] * outer.Sine, out d[i]);
            outer.Apply(right[i], right[i + 1]);
        }
        var h = d[last] * outer.Cosine;
        d[last] = h * inner.Cosine;
        e[last - 1] = h * inner.Sine;
    }

    void UpUnshifted(int first, int last)
    {
        var (outer, inner) = (new PlaneRotation(1, 0), new PlaneRotation(1, 0));
        for (var i = last; i > first; i--)
        {
            outer = PlaneRotation.Clearing(d[i] * outer.Cosine, e[i - 1], out var r);
            if (i < last) e[i] = inner.Sine * r;
            inner = PlaneRotation.Clearing(inner.Cosine * r, d[i - 1] * outer.Sine, out d[i]);
            Back(inner).Apply(right[i - 1], right[i]);
        }
        var h = d[first] * outer.Cosine;
        d[first] = h * inner.Cosine;
        e[first] = h * inner.Sine;
    }

    void Down(int first, int last, double shift)
    {
        var f = Start(d[first], shift);
        var g = e[first];
        for (var i = first; i < last; i++)
        {
            var (c, s) = PlaneRotation.Clearing(f, g, out var r);
            if (i > first) e[i - 1] = r;
            (f, e[i]) = (c * d[i] + s * e[i], c * e[i] - s * d[i]);
            (g, d[i + 1]) = (s * d[i + 1], c * d[i + 1]);
            new PlaneRotation(c, s).Apply(right[i], right[i + 1]);

            (c, s) = PlaneRotation.Clearing(f, g, out d[i]);
            (f, d[i + 1]) = (c * e[i] + s * d[i + 1], c * d[i + 1] - s * e[i]);
            if (i < last - 1) (g, e[i + 1]) = (s * e[i + 1], c * e[i + 1]);
        }
        e[last - 1] = f;
    }

    void Up(int first, int last, double shift)
    {
        var f = Start(d[last], shift);
        var g = e[last - 1];
        for (var i = last; i > first; i--)
        {
            var (c, s) = PlaneRotation.Clearing(f, g, out var r);
            if (i < last) e[i] = r;
            (f, e[i - 1]) = (c * d[i] + s * e[i - 1], c * e[i - 1] - s * d[i]);
            (g, d[i - 1]) = (s * d[i - 1], c * d[i - 1]);

            (c, s) = PlaneRotation.Clearing(f, g, out d[i]);
            (f, d[i - 1]) = (c * e[i - 1] + s * d[i - 1], c * d[i - 1] - s * e[i - 1]);
            if (i > first + 1) (g, e[i - 2]) = (s * e[i - 2], c * e[i - 2]);
            Back(new PlaneRotation(c, s)).Apply(right[i - 1], right[i]);
        }
        e[first] = f;
    }

    static double Start(double corner, double shift) => (Math.Abs(corner) - shift) * (Math.CopySign(1, corner) + shift / corner);

    static PlaneRotation Back(PlaneRotation rotation) => rotation with { Sine = -rotation.Sine };
}
