using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>Where the cases are.</summary>
sealed class TsneMap
{
    /// <summary>A map with all cases at the origin.</summary>
    public TsneMap(int cases, int dimensions)
    {
        Dimensions = dimensions;
        X = new double[cases];
        Y = new double[cases];
        Z = new double[cases];
    }

    /// <summary>The number of cases.</summary>
    public int Cases => X.Length;

    /// <summary>The coordinates in use: 1, 2 or 3. The others are 0.</summary>
    public int Dimensions { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public double[] Z { get; }

    /// <summary>All values of a coordinate.</summary>
    public double[] Axis(int index) => index switch
    {
        0 => X,
        1 => Y,
        _ => Z,
    };

    /// <summary>Moves the middle to the origin.</summary>
    /// <returns>Whether all is finite.</returns>
    public bool Center()
    {
        var finite = true;
        for (var d = 0; d < Dimensions; d++)
        {
            var axis = Axis(d);
            var mean = TensorPrimitives.Sum<double>(axis) / axis.Length;
            TensorPrimitives.Subtract(axis, mean, axis);
            finite &= double.IsFinite(mean);
        }
        return finite;
    }

    /// <summary>One row a case, one column a coordinate.</summary>
    public Matrix ToMatrix()
    {
        var matrix = new Matrix(Cases, Dimensions);
        for (var d = 0; d < Dimensions; d++) Axis(d).CopyTo(matrix.Column(d));
        return matrix;
    }
}
