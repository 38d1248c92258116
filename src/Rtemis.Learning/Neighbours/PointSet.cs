using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>Points one after the other, and the distance between them.</summary>
sealed class PointSet
{
    readonly double[] _values;

    PointSet(double[] values, int count, int dimensions, PointDistance distance)
    {
        (_values, Count, Distance) = (values, count, distance);
        Dimensions = distance == PointDistance.Cosine ? dimensions + 1 : dimensions;
        if (distance == PointDistance.Cosine) _values = OnSphere(values, count, dimensions);
    }

    /// <summary>The number of points.</summary>
    public int Count { get; }

    /// <summary>The coordinates of a point.</summary>
    public int Dimensions { get; }

    /// <summary>The distance.</summary>
    public PointDistance Distance { get; }

    /// <summary>The coordinates of a point, as they are measured.</summary>
    public ReadOnlySpan<double> this[int index] => _values.AsSpan(checked(index * Dimensions), Dimensions);

    /// <summary>The rows of a frame.</summary>
    public static PointSet Of(NumericFrame data, PointDistance distance, RunContext context) =>
        Of(new FrameColumns(data), distance, context);

    /// <summary>The rows of a matrix.</summary>
    public static PointSet Of(Matrix data, PointDistance distance, RunContext context) =>
        Of(new MatrixColumns(data), distance, context);

    /// <summary>The rows of a matrix that need not exist as such.</summary>
    public static PointSet Of(ITallMatrix data, PointDistance distance, RunContext context)
    {
        var values = Room(data.Rows, data.Columns);
        var column = new double[data.Rows];
        for (var j = 0; j < data.Columns; j++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            data.Read(j, 0, column);
            Place(column, values, j, data.Columns);
        }
        return new PointSet(values, data.Rows, data.Columns, distance);
    }

    /// <summary>The distance that belongs to a sum over coordinates, as <see cref="IPointMeasure"/> makes it.</summary>
    public double DistanceOf(double measure) => Distance switch
    {
        PointDistance.Euclidean => Math.Sqrt(measure),
        PointDistance.Cosine => measure / 2,
        _ => measure,
    };

    static double[] Room(int rows, int columns) => new double[checked(rows * columns)];

    static void Place(ReadOnlySpan<double> column, double[] values, int at, int stride)
    {
        foreach (var value in column)
        {
            values[at] = value;
            at += stride;
        }
    }

    // On the unit sphere half the squared distance is one less the cosine. The origin gets a coordinate of its own, at a right angle to all others.
    static double[] OnSphere(double[] values, int count, int dimensions)
    {
        var extended = Room(count, dimensions + 1);
        for (var i = 0; i < count; i++)
        {
            ReadOnlySpan<double> from = values.AsSpan(i * dimensions, dimensions);
            var to = extended.AsSpan(i * (dimensions + 1), dimensions + 1);
            var length = TensorPrimitives.Norm(from);
            if (length > 0) TensorPrimitives.Divide(from, length, to);
            else to[dimensions] = 1;
        }
        return extended;
    }
}
