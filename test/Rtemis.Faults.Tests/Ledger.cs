namespace Rtemis.Faults.Tests;

/// <summary>What a server has acknowledged to one client.</summary>
sealed class Ledger
{
    /// <summary>Tables that must be there, with their rows.</summary>
    public Dictionary<string, int> Tables { get; } = [];

    /// <summary>Tables that must not be there.</summary>
    public HashSet<string> GoneTables { get; } = [];

    /// <summary>Jobs that must be there.</summary>
    public HashSet<string> Jobs { get; } = [];

    /// <summary>Jobs that must not be there.</summary>
    public HashSet<string> GoneJobs { get; } = [];

    /// <summary>How jobs ended, as events told.</summary>
    public Dictionary<string, string> Ends { get; } = [];

    /// <summary>Jobs that were said to be cancelled soon.</summary>
    public HashSet<string> Cancelled { get; } = [];

    /// <summary>The upload in progress, and which of its chunks were taken; null for none.</summary>
    public (string Id, HashSet<int> Chunks)? Upload { get; set; }

    /// <summary>The number of the latest event that came.</summary>
    public long LastEvent { get; set; }
}
