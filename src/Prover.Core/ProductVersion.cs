using System.Reflection;

namespace Prover.Core;

/// <summary>Which build this is.</summary>
public static class ProductVersion
{
    /// <summary>Version and, where the build knew it, the commit: <c>0.1.0+1a2b3c…</c>.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
