namespace Rtemis.Data;

/// <summary>The binary forms of R's serialization.</summary>
public enum RFormat
{
    /// <summary>Big-endian: what <c>saveRDS()</c> writes, and <c>serialize()</c> unless told otherwise.</summary>
    Xdr,

    /// <summary>Little-endian: what <c>serialize(xdr = FALSE)</c> writes on most machines.</summary>
    LittleEndian,
}
