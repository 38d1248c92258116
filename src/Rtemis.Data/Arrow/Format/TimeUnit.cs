namespace Rtemis.Data.Arrow;

/// <summary>What a timestamp counts since 1970-01-01T00:00:00Z.</summary>
enum TimeUnit : short
{
    Second = 0,
    Millisecond = 1,
    Microsecond = 2,
    Nanosecond = 3,
}
