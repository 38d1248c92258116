namespace Rtemis.Server.Security;

/// <summary>Paths as people write them.</summary>
static class UserPath
{
    /// <summary>The user's home, or an empty text where there is none.</summary>
    public static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>The path with the home in place of a leading <c>~</c>.</summary>
    public static string Expand(string path) => path is ['~'] or ['~', '/' or '\\', ..] ? Path.Join(Home, path[1..]) : path;
}
