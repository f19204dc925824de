namespace Prover.Lean.Embedded;

/// <summary>A complete installation of the embedded Lean.</summary>
/// <param name="Root">Its folder: <c>node_modules</c>, <c>lib</c>, the prepared glue, the manifest.</param>
/// <param name="Node">The Node executable that runs it.</param>
/// <param name="Hash">Hex SHA-256 over all that determines its answers: the lock file with the packages' integrity hashes,
/// and the host program.</param>
public sealed record EmbeddedInstallation(string Root, string Node, string Hash);
