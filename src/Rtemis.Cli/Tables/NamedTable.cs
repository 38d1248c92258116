using Rtemis.Data;

namespace Rtemis.Cli.Tables;

/// <summary>A table that a job is given.</summary>
/// <param name="Name">Its name: the file's.</param>
/// <param name="Table">Its columns, text still text.</param>
sealed record NamedTable(string Name, Table Table);
