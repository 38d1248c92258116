using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>Layouts as they are worked on: the coordinates of each point together, in single precision.</summary>
static class LayoutPoints
{
    public static float[] Of(Matrix layout)
    {
        var points = new float[layout.Values.Length];
        for (var d = 0; d < layout.Columns; d++)
            for (var i = 0; i < layout.Rows; i++) points[i * layout.Columns + d] = (float)layout[i, d];
        return points;
    }

    /// <summary>The layout with its columns' means at 0.</summary>
    public static Matrix Centered(float[] points, int dimensions)
    {
        var layout = new Matrix(points.Length / dimensions, dimensions);
        for (var d = 0; d < dimensions; d++)
        {
            var sum = 0.0;
            for (var i = d; i < points.Length; i += dimensions) sum += points[i];
            var mean = sum / layout.Rows;
            for (var i = 0; i < layout.Rows; i++) layout[i, d] = points[i * dimensions + d] - mean;
        }
        return layout;
    }
}
