package dev.musubi.model;

/** What a member may do in the own organisation. Each role may do all that later ones may. */
public enum MemberRole {
  ADMIN,
  EDITOR,
  VIEWER
}
