using System.Text.Json;
using Rtemis.Data;

namespace Rtemis.Cli.Jobs;

/// <summary>What a slice has: a table, or a document.</summary>
/// <param name="Table">The table, or null.</param>
/// <param name="Document">The document, where there is no table.</param>
sealed record SliceContent(Table? Table, JsonElement Document);
