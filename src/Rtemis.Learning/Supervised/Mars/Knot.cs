namespace Rtemis.Learning.Supervised.Mars;

/// <summary>A candidate knot.</summary>
/// <param name="Position">Its case's place in the column's ascending order.</param>
/// <param name="X">Where it is.</param>
/// <param name="Length">The hinge's sum of squares, about its mean where the columns are centred.</param>
/// <param name="Rest">What of that the other columns don't explain.</param>
/// <param name="First">The first case that the scan met since the knot before.</param>
/// <param name="End">The end of these cases.</param>
readonly record struct Knot(int Position, double X, double Length, double Rest, int First, int End);

/// <summary>The cases along a column.</summary>
/// <param name="X">The column.</param>
/// <param name="Order">The cases in ascending order of it.</param>
/// <param name="Parent">The parent term's values.</param>
sealed record KnotLine(double[] X, int[] Order, double[] Parent);

/// <summary>What all scans of a step have in common.</summary>
/// <param name="Tiles">The columns so far.</param>
/// <param name="Responses">The responses, one array each.</param>
/// <param name="Products">Each response's products with the columns, as many as the tiles have room for.</param>
/// <param name="Centred">Whether the constant belongs to the columns, and is left out because all others and the responses have mean 0.</param>
sealed record KnotTarget(ColumnTiles Tiles, double[][] Responses, double[][] Products, bool Centred);

/// <summary>What a candidate's linear term adds to the columns.</summary>
/// <param name="Values">A column of length 1, orthogonal to the others.</param>
/// <param name="Products">Its product with each response.</param>
sealed record LinearColumn(double[] Values, double[] Products);
