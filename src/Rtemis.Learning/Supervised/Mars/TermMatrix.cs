using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>Terms' values for cases.</summary>
static class TermMatrix
{
    const int ChunkRows = 4096;

    /// <summary>A column a term.</summary>
    public static Matrix Of(MarsTerm[] terms, Matrix columns, WorkSplit work)
    {
        var values = new Matrix(columns.Rows, terms.Length);
        work.ForChunks(columns.Rows, ChunkRows, (_, start, end) =>
        {
            for (var t = 0; t < terms.Length; t++) terms[t].Evaluate(columns, start, values.Column(t)[start..end]);
        });
        return values;
    }
}
