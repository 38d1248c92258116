using Rtemis.Data;

namespace Rtemis.Engines;

/// <summary>Writes a table as an Arrow stream.</summary>
static class TableFile
{
    public static void Write(Stream stream, Table table) =>
        throw new NotSupportedException($"The Arrow writer is not here yet; a table of {table.Rows} rows was to go to a stream of {stream.Length} bytes.");
}
