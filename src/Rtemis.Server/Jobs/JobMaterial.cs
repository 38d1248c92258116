using Rtemis.Server.DataSets;

namespace Rtemis.Server.Jobs;

/// <summary>What a job works on, kept until it has ended.</summary>
/// <param name="Data">The table.</param>
/// <param name="DataLease">Keeps its file.</param>
/// <param name="Source">The result that it builds on, or null.</param>
/// <param name="SourceLease">Keeps that, or null.</param>
sealed record JobMaterial(DataSet Data, IDisposable DataLease, JobResult? Source, IDisposable? SourceLease) : IDisposable
{
    /// <summary>Makes sure that all of it is what was once written.</summary>
    /// <exception cref="Protocol.ProtocolException">Something was damaged since.</exception>
    public void RequireIntact()
    {
        Data.RequireIntact();
        if (Source is null) return;
        var result = Source.Open();
        if (result.ModelPath is { } model) Source.RequireIntact(result, model);
    }

    public void Dispose()
    {
        DataLease.Dispose();
        SourceLease?.Dispose();
    }
}
