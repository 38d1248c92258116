namespace Rtemis.Data.Arrow;

/// <summary>Arrow's widths of floating-point numbers.</summary>
enum Precision : short
{
    Half = 0,
    Single = 1,
    Double = 2,
}
