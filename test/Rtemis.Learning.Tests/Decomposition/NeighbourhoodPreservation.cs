namespace Rtemis.Learning.Tests.Decomposition;

/// <summary>
/// How well a map keeps the neighbourhoods of the data, each between 0 and 1 (all kept). Source: J. Venna and S. Kaski, "Neighborhood Preservation in
/// Nonlinear Projection Methods: An Experimental Study", ICANN 2001.
/// </summary>
/// <param name="Trustworthiness">Falls with each case that is a neighbour in the map and not in the data, by how far off it is there.</param>
/// <param name="Continuity">Falls with each case that is a neighbour in the data and not in the map, by how far off it is there.</param>
sealed record NeighbourhoodPreservation(double Trustworthiness, double Continuity)
{
    /// <summary>Compares a map with the data, both given as columns, by Euclidean distances.</summary>
    public static NeighbourhoodPreservation Of(double[][] data, double[][] map, int neighbours = 15)
    {
        var (inData, inMap) = (Ranks(data), Ranks(map));
        return new NeighbourhoodPreservation(Share(inMap, inData, neighbours), Share(inData, inMap, neighbours));
    }

    // 1 - the sum of the ranks beyond the neighbourhood that `ranks` give to the neighbours that `neighbourhoods` name, over its largest value.
    static double Share(int[][] neighbourhoods, int[][] ranks, int neighbours)
    {
        var n = ranks.Length;
        var excess = 0L;
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                if (j != i && neighbourhoods[i][j] <= neighbours) excess += Math.Max(0, ranks[i][j] - neighbours);
        return 1 - 2.0 * excess / ((double)n * neighbours * (2 * n - 3 * neighbours - 1));
    }

    // The place of each case among the neighbours of each other one: 1 for the nearest; equally near ones in their order.
    static int[][] Ranks(double[][] columns)
    {
        var n = columns[0].Length;
        return [.. Enumerable.Range(0, n).Select(i =>
        {
            var order = Enumerable.Range(0, n).ToArray();
            Array.Sort(Array.ConvertAll(order, j => (j == i ? -1 : columns.Sum(c => (c[i] - c[j]) * (c[i] - c[j])), j)), order);
            var ranks = new int[n];
            for (var place = 0; place < n; place++) ranks[order[place]] = place;
            return ranks;
        })];
    }
}
