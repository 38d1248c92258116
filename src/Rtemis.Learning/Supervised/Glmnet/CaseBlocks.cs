using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Cases in blocks of which a few values each stay in the processor's nearest cache.</summary>
static class CaseBlocks
{
    /// <summary>The most cases of a block.</summary>
    public const int Rows = 1024;

    // Fewer are not worth a thread, which others may keep waiting for.
    const int ChunkRows = 16 * Rows;

    /// <summary>Runs <paramref name="body"/> for each block with its first case and its end.</summary>
    public static void Each(int rows, WorkSplit work, Action<int, int> body) => work.ForChunks(rows, ChunkRows, (_, start, end) =>
    {
        for (var at = start; at < end; at += Rows) body(at, Math.Min(end, at + Rows));
    });
}
