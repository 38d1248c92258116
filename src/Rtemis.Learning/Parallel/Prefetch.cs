using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Rtemis.Learning.Parallel;

/// <summary>
/// Asks the processor to fetch memory before it is read. Loops that pick few rows out of many wait for memory otherwise. It is a hint: nothing is read, and where
/// the processor has no such instruction nothing happens.
/// </summary>
static class Prefetch
{
    /// <summary>How many rows ahead it pays to ask.</summary>
    public const int Ahead = 16;

    /// <summary>Whether rows lie so far apart that the processor does not foresee them by itself.</summary>
    /// <param name="picked">The number of rows that are picked, in ascending order.</param>
    /// <param name="rows">The number of all rows.</param>
    public static bool Pays(int picked, int rows) => Sse.IsSupported && picked < rows / 4;

    /// <summary>Asks for a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of<T>(ref readonly T place) where T : unmanaged
    {
        // The address need not stay valid: one that no longer is fetches something else.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
    }
}
