namespace Rtemis.Data.Arrow;

/// <summary>How the buffers of a body are compressed, each on its own.</summary>
enum Codec
{
    None = -1,
    Lz4Frame = 0,
    Zstd = 1,
}
