namespace Prover.Datasets.Formats;

/// <summary>What a dataset is for.</summary>
public enum DatasetFormat
{
    /// <summary>Prompts with verified proofs, for supervised fine-tuning.</summary>
    Sft,

    /// <summary>Pairs of a verified proof and a text that Lean turned down, for preference optimisation.</summary>
    Preference,

    /// <summary>Groups of completions with rewards and group-normalised advantages.</summary>
    Grpo,

    /// <summary>Verified proofs with all that is needed to verify them again.</summary>
    Proofs,

    /// <summary>Statements alone.</summary>
    Statements,
}

/// <summary>How the files are written.</summary>
public enum FileFormat
{
    /// <summary>A JSON object a line, UTF-8, line feeds.</summary>
    Jsonl,

    /// <summary>Parquet, in row groups.</summary>
    Parquet,
}
