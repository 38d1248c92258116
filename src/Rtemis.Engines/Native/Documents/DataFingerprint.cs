using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Engines.Native.Documents;

/// <summary>
/// Tells whether two results come from the same data. Encoding <c>rtemis-columns-v1</c>: each column is hashed by SHA-256 over its name (length as
/// int32, UTF-8), its type's name (likewise), its row count (int64), its cells (see <see cref="Cells"/>) and its missing rows (count and row numbers,
/// int32); the fingerprint is the SHA-256 of the columns' hashes in their order. Numbers are little-endian.
/// </summary>
sealed record DataFingerprint(string Hash, int Rows, IReadOnlyList<string> ColumnNames)
{
    const string Encoding = "rtemis-columns-v1";

    /// <summary>Fingerprints columns of equal length.</summary>
    public static DataFingerprint Of(IReadOnlyList<Column> columns, int rows, WorkSplit work)
    {
        var hashes = new byte[columns.Count * SHA256.HashSizeInBytes];
        work.For(columns.Count, i => HashColumn(columns[i], hashes.AsSpan(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)));
        return new DataFingerprint(Convert.ToHexStringLower(SHA256.HashData(hashes)), rows, [.. columns.Select(c => c.Name)]);
    }

    /// <summary>The members that documents of all kinds have.</summary>
    public JsonObject ToJson() => new()
    {
        ["method"] = "object",
        ["algorithm"] = "sha256",
        ["encoding"] = Encoding,
        ["hash"] = Hash,
        ["n_rows"] = Rows,
        ["n_cols"] = ColumnNames.Count,
        ["column_names"] = JsonShape.Names(ColumnNames),
        ["language"] = "C#",
        ["data_structure"] = "table",
    };

    /// <summary>The object of unsupervised summaries, which has a source, too.</summary>
    public JsonObject ToSummaryJson()
    {
        var document = new JsonObject { [".class"] = "DataFingerprint" };
        JsonShape.Append(document, ToJson());
        document.Insert(document.IndexOf("language"), "source", null);
        return document;
    }

    static void HashColumn(Column column, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(sha, column.Name);
        Text(sha, column.Type.ToString());
        Number(sha, column.Length);
        Cells(sha, column);
        Number(sha, column.MissingCount);
        if (column.MissingCount > 0)
        {
            int[] missing = [.. Enumerable.Range(0, column.Length).Where(column.IsMissing)];
            sha.AppendData(MemoryMarshal.AsBytes<int>(missing));
        }
        sha.GetHashAndReset(hash);
    }

    // What a missing cell's slot holds is undefined and must not count: columns with missing cells are copied with zeros there.
    static void Cells(IncrementalHash sha, Column column)
    {
        switch (column)
        {
            case DoubleColumn c:
                Values(sha, column, c.Values);
                break;
            case IntegerColumn c:
                Values(sha, column, c.Values);
                break;
            case DateColumn c:
                Values(sha, column, c.Values);
                break;
            case DateTimeColumn c:
                Text(sha, c.TimeZone ?? "");
                Values(sha, column, c.Values);
                break;
            case FactorColumn c:
                Number(sha, c.Levels.Count);
                foreach (var level in c.Levels) Text(sha, level);
                Values(sha, column, c.Codes);
                break;
            case LogicalColumn c:
                byte[] bits = [.. Enumerable.Range(0, c.Length).Select(i => (byte)(!c.IsMissing(i) && c.Values[i] ? 1 : 0))];
                sha.AppendData(bits);
                break;
            default:
                throw new ArgumentException($"Column '{column.Name}' has no encoding.", nameof(column));
        }
    }

    static void Values<T>(IncrementalHash sha, Column column, ReadOnlyMemory<T> values) where T : unmanaged
    {
        if (column.MissingCount == 0)
        {
            sha.AppendData(MemoryMarshal.AsBytes(values.Span));
            return;
        }
        var copy = values.ToArray();
        for (var i = 0; i < copy.Length; i++)
            if (column.IsMissing(i)) copy[i] = default;
        sha.AppendData(MemoryMarshal.AsBytes<T>(copy));
    }

    static void Text(IncrementalHash sha, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }

    static void Number(IncrementalHash sha, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        sha.AppendData(bytes);
    }
}
