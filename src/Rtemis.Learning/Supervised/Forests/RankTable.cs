using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// The ranks of all features, row by row: of a few rows here and there, one feature's ranks are far apart from each other, but near to those of other
/// features, which are looked at next.
/// </summary>
static class RankTable
{
    const long MostCells = 1 << 30;

    const int ChunkRows = 1024;

    /// <summary>Gives features their ranks row by row too, unless they are too many.</summary>
    public static void Attach(IReadOnlyList<ForestFeature> features, RunContext context)
    {
        var rows = features[0].Ranks.Length;
        if ((long)rows * features.Count > MostCells) return;
        var table = new int[rows * features.Count];
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
        {
            for (var f = 0; f < features.Count; f++)
            {
                var ranks = features[f].Ranks;
                for (var row = start; row < end; row++) table[row * features.Count + f] = ranks[row];
            }
        });
        for (var f = 0; f < features.Count; f++) features[f].Attach(new RankView(table, features.Count, f));
    }
}
