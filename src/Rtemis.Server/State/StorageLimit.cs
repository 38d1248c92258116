using System.Globalization;
using Rtemis.Protocol;
using Rtemis.Server.Options;

namespace Rtemis.Server.State;

/// <summary>How much of the disk tables, uploads and results take, and the most that they may.</summary>
sealed class StorageLimit(ServerOptions options)
{
    const long Megabyte = 1 << 20;

    long _used;

    /// <summary>The bytes that are taken.</summary>
    public long Used => Interlocked.Read(ref _used);

    /// <summary>Takes bytes that are there already.</summary>
    public void Add(long bytes) => Interlocked.Add(ref _used, bytes);

    /// <summary>Gives bytes back.</summary>
    public void Remove(long bytes) => Interlocked.Add(ref _used, -bytes);

    /// <summary>Takes bytes for something new.</summary>
    /// <exception cref="ProtocolException">There would be too many.</exception>
    public void Reserve(long bytes)
    {
        if (Interlocked.Add(ref _used, bytes) <= options.StorageLimit) return;
        Remove(bytes);
        throw TooMany(bytes);
    }

    /// <summary>Refuses more work once the limit is reached.</summary>
    /// <exception cref="ProtocolException">It is.</exception>
    public void RequireRoom()
    {
        if (Used >= options.StorageLimit) throw TooMany(0);
    }

    ProtocolException TooMany(long bytes) => new(
        ErrorCodes.TooMany,
        $"Tables and results take {Shown(Used)} of the {Shown(options.StorageLimit)} that they may (storage_limit)" +
        (bytes > 0 ? $", and {Shown(bytes)} more are asked for" : "") + ". Delete tables or jobs first.");

    static string Shown(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:0.#} MB");
}
