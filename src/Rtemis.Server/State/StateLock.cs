using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Server.State;

/// <summary>Keeps a state folder for one server. The system lets go of it with the process, however that ends.</summary>
sealed class StateLock : IDisposable
{
    const string LockName = "lock";
    const string HolderName = "holder.json";

    readonly FileStream _file;

    StateLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="StateException">Another process has it; the message says which.</exception>
    public static StateLock Take(string folder, int port)
    {
        if (TryOpen(folder) is not { } file) throw new StateException(TakenBy(folder));
        var holder = new StateHolder(Environment.ProcessId, port, DateTimeOffset.UtcNow);
        File.WriteAllBytes(Path.Combine(folder, HolderName), JsonSerializer.SerializeToUtf8Bytes(holder, StateHolderJson.Default.StateHolder));
        return new StateLock(file);
    }

    /// <summary>Whether a folder has a lock that nobody holds.</summary>
    public static bool IsAbandoned(string folder)
    {
        if (!File.Exists(Path.Combine(folder, LockName)) || TryOpen(folder) is not { } file) return false;
        file.Dispose();
        return true;
    }

    public void Dispose() => _file.Dispose();

    static FileStream? TryOpen(string folder)
    {
        var path = Path.Combine(folder, LockName);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    static string TakenBy(string folder)
    {
        var holder = Holder(folder);
        var who = holder is null ? "another process" : FormattableString.Invariant($"process {holder.Pid}, a server on port {holder.Port} since {holder.Since:yyyy-MM-dd HH:mm:ss} UTC");
        return $"The state folder {folder} is used by {who}. Stop that one, or give this one a folder of its own with --state-dir, or none with --ephemeral.";
    }

    static StateHolder? Holder(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, HolderName)), StateHolderJson.Default.StateHolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // It is being written, or was never: the message does without.
            return null;
        }
    }
}

/// <summary>Who holds a state folder.</summary>
sealed record StateHolder(int Pid, int Port, DateTimeOffset Since);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StateHolder))]
sealed partial class StateHolderJson : JsonSerializerContext;
