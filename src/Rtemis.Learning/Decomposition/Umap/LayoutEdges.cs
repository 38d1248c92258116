namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>When each edge is due: an edge of the largest weight in every pass, others less often in proportion to their weights.</summary>
sealed class LayoutEdges
{
    /// <summary>The points drawn at random each time that an edge is due.</summary>
    const int Repelling = 5;

    readonly float[] _interval;
    readonly float[] _due;
    readonly float[] _repelled;

    /// <summary>Plans the edges of some weights, of which the largest is given.</summary>
    public LayoutEdges(ReadOnlySpan<double> weights, double largest)
    {
        _interval = new float[weights.Length];
        for (var e = 0; e < weights.Length; e++) _interval[e] = (float)(largest / weights[e]);
        _due = [.. _interval];
        _repelled = Array.ConvertAll(_interval, i => i / Repelling);
    }

    /// <summary>Whether an edge is due in a pass.</summary>
    public bool IsDue(int edge, int pass) => _due[edge] <= pass;

    /// <summary>Notes that an edge has had its turn.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="pass">The pass, from 0.</param>
    /// <param name="most">The most points that can be drawn; what is more is drawn the next time.</param>
    /// <returns>How many points are to be drawn.</returns>
    public int Take(int edge, int pass, int most)
    {
        _due[edge] += _interval[edge];
        var between = _interval[edge] / Repelling;
        var count = Math.Clamp((int)((pass - _repelled[edge]) / between), 0, most);
        _repelled[edge] += count * between;
        return count;
    }
}
