using System.Security.Cryptography;

namespace Rtemis.Server;

/// <summary>New ids: a prefix that says what it names, and 16 random hex digits.</summary>
static class Ids
{
    public static string Session() => New("sess");

    public static string Connection() => New("conn");

    public static string Data() => New("data");

    public static string Upload() => New("upload");

    /// <summary>The handle of the table that an upload becomes: the same digits.</summary>
    public static string DataOf(string upload) => $"data{upload[upload.IndexOf('-', StringComparison.Ordinal)..]}";

    public static string Job() => New("job");

    public static string Instance() => New("inst");

    static string New(string prefix) => $"{prefix}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
}
