using Rtemis.Data;

namespace Rtemis.Engines;

/// <summary>What a job works on.</summary>
/// <param name="Data">The table, all of its columns; it stays valid until the run ends.</param>
/// <param name="Source">The result of the job whose model is applied; null for jobs that build on no other.</param>
public sealed record JobInput(Table Data, ResultFolder? Source = null);
