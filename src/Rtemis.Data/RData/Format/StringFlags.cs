namespace Rtemis.Data.RData;

/// <summary>What a text says of its encoding; none of them means the encoding of the machine that wrote it.</summary>
[Flags]
enum StringFlags
{
    None = 0,
    Bytes = 1 << 1,
    Latin1 = 1 << 2,
    Utf8 = 1 << 3,
    Ascii = 1 << 6,
}
