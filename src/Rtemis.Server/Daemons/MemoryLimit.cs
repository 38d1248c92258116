using System.Globalization;
using Rtemis.Server.Options;

namespace Rtemis.Server.Daemons;

/// <summary>The most private memory that a daemon may have.</summary>
sealed record MemoryLimit(long Bytes)
{
    const double ShareOfMachine = 0.8;

    // Code, stacks and what the runtime keeps for itself lie outside the heap of managed objects.
    const long OutsideHeap = 24L << 20;

    /// <summary>What the options ask for; by default the daemons share most of the memory that this process may use. Null for no limit.</summary>
    public static MemoryLimit? From(ServerOptions options) => options.DaemonMemory switch
    {
        0 => null,
        { } megabytes => new((long)megabytes << 20),
        null => new((long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * ShareOfMachine / options.NDaemons)),
    };

    /// <summary>
    /// The limit of a daemon's heap, as .NET reads it from <c>DOTNET_GCHeapHardLimit</c>: somewhat less, so that an allocation fails in the daemon, which
    /// can say so, before the daemon has to be ended.
    /// </summary>
    public string Heap => Math.Max(Bytes / 2, Bytes - Bytes / 16 - OutsideHeap).ToString("X", CultureInfo.InvariantCulture);
}
