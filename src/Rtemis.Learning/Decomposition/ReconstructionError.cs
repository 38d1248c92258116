using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>Sums of squares over all cells of a table and of what its components give back.</summary>
/// <param name="Data">Of the data.</param>
/// <param name="Spread">Of its distance from the column means.</param>
/// <param name="Error">Of its distance from the reconstruction.</param>
/// <param name="Cells">The number of cells.</param>
sealed record ReconstructionError(double Data, double Spread, double Error, double Cells)
{
    const int ChunkRows = 512;

    public double ExplainedVarianceRatio => Spread == 0 ? double.NaN : 1 - Error / Spread;

    public double Relative => Data == 0 ? double.NaN : Math.Sqrt(Error) / Math.Sqrt(Data);

    public double RootMeanSquare => Math.Sqrt(Error / Cells);

    public static ReconstructionError Of(NumericFrame data, IDecompositionModel model, RunContext context)
    {
        var means = new double[data.Columns];
        context.Work.For(data.Columns, j => means[j] = CompensatedSum.Mean(data.Column(j)));
        var parts = new ReconstructionError[WorkSplit.Chunks(data.Rows, ChunkRows)];
        context.Work.ForChunks(data.Rows, ChunkRows, (chunk, first, end) => parts[chunk] = OfRows(data, means, model, first, end));
        CompensatedSum squares = new(), spread = new(), error = new();
        foreach (var part in parts)
        {
            squares.Add(part.Data);
            spread.Add(part.Spread);
            error.Add(part.Error);
        }
        return new ReconstructionError(squares.Value, spread.Value, error.Value, (double)data.Rows * data.Columns);
    }

    static ReconstructionError OfRows(NumericFrame data, double[] means, IDecompositionModel model, int first, int end)
    {
        var cases = new Matrix(end - first, data.Columns);
        model.Reconstruct(first, cases);
        Span<double> differences = stackalloc double[end - first];
        double squares = 0, spread = 0, error = 0;
        for (var j = 0; j < data.Columns; j++)
        {
            var truth = data.Column(j)[first..end];
            squares += TensorPrimitives.SumOfSquares(truth);
            TensorPrimitives.Subtract(truth, means[j], differences);
            spread += TensorPrimitives.SumOfSquares<double>(differences);
            TensorPrimitives.Subtract(truth, cases.Column(j), differences);
            error += TensorPrimitives.SumOfSquares<double>(differences);
        }
        return new ReconstructionError(squares, spread, error, (double)cases.Rows * cases.Columns);
    }
}
