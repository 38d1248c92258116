namespace Rtemis.Data.Arrow;

/// <summary>What a date counts since 1970-01-01: days in 32 bits, or milliseconds in 64.</summary>
enum DateUnit : short
{
    Day = 0,
    Millisecond = 1,
}
