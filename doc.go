// Package svodka turns the text of a Russian news article into typed data.
package svodka
