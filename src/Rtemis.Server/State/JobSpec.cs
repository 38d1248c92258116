using System.Text.Json;
using Rtemis.Engines;

namespace Rtemis.Server.State;

/// <summary>What a job is to do: settled when it was submitted, and kept so that the job can be run by another server process.</summary>
/// <param name="Type">What is done.</param>
/// <param name="Engine">The engine that does it.</param>
/// <param name="Algorithm">The algorithm in its canonical spelling.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Submitted">The parameters as the client sent them, before the engine settled anything.</param>
/// <param name="Parameters">The parameters with all that the engine settled.</param>
/// <param name="DataHandle">The table's handle.</param>
/// <param name="DataName">The table's name.</param>
/// <param name="Source">The job whose result this one builds on, or null.</param>
sealed record JobSpec(
    JobType Type, string Engine, string Algorithm, string? Question, JsonElement Submitted, JsonElement Parameters, string DataHandle, string DataName,
    string? Source);
