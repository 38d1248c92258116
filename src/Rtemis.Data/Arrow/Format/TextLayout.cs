namespace Rtemis.Data.Arrow;

/// <summary>How a text column finds its UTF-8 bytes: by 32-bit offsets, by 64-bit offsets, or by views.</summary>
enum TextLayout
{
    Offsets32,
    Offsets64,
    Views,
}
